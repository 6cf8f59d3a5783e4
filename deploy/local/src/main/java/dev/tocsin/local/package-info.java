/** Everything on one machine: the database, the services, the phones. Start here: {@link dev.tocsin.local.Main}. */
package dev.tocsin.local;
