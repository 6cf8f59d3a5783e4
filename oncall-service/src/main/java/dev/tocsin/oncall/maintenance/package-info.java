/** When a service is being worked on, so that its trouble wakes nobody. */
package dev.tocsin.oncall.maintenance;
