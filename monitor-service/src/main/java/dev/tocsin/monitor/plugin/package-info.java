/**
 * Plugins of the Nagios plugin API (https://nagios-plugins.org/doc/guidelines.html), run from a directory that an
 * administrator named: by argument list, bounded in number, time, memory and output, without any secret of ours.
 */
package dev.tocsin.monitor.plugin;
