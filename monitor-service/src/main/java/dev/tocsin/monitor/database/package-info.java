/**
 * Plain SQL where it reads best: claims, leases, batches, reports. Definitions that people edit go through Panache.
 */
package dev.tocsin.monitor.database;
