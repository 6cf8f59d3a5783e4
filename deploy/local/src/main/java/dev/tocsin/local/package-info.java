/** Everything on one machine: the database, the services, the phones. */
package dev.tocsin.local;
