/** The pages. Asks the three services, owns no database. */
package dev.tocsin.dashboard;
