/** How well it goes: MTA, from an incident's trigger to its first acknowledgement, and MTR, to its resolution. */
package dev.tocsin.oncall.response;
