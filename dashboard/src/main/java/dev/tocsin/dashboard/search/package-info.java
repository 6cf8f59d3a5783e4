/** One box over everything: each service is asked at once for its own, and a silent one costs its group only. Keys, too. */
package dev.tocsin.dashboard.search;
