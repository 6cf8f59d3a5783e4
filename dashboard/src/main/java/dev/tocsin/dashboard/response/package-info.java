/**
 * MTA and MTR: how fast people acknowledge and how fast trouble ends, by week or month, with what was left out said beside.
 * The figures are oncall-service's; this room only draws them.
 */
package dev.tocsin.dashboard.response;
