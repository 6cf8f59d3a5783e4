/** What postmortems promised: whose it is, what is overdue, what came of it. */
package dev.tocsin.dashboard.tasks;
