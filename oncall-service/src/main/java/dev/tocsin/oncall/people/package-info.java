/** People, teams, and how a person wants to be reached. */
package dev.tocsin.oncall.people;
