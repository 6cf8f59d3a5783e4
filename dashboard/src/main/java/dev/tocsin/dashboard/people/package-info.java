/**
 * Who there is: people with their roles and phones, teams with their members.
 * Asks oncall-service, which owns both.
 */
package dev.tocsin.dashboard.people;
