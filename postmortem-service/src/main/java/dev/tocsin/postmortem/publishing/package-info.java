/** What readers are given: a frozen version each time, its HTML sanitised, its hash stored; a correction says so. */
package dev.tocsin.postmortem.publishing;
