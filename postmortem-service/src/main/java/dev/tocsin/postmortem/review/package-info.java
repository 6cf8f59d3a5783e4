/** What keeps a report from being published: the gate and the words it counts. Pure; blocks with a list, never silently. */
package dev.tocsin.postmortem.review;
