/** Pure: a policy, an incident's trigger and now give the steps reached. */
package dev.tocsin.oncall.escalation;
