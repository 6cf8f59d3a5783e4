/**
 * Secrets at rest: what people give us to reach their services and ours is never in clear in the database.
 * No framework; a key comes in, sealed text goes out.
 */
package dev.tocsin.monitor.secret;
