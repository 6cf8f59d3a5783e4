/** Reads over the author's shoulder: words that blame a person, tasks that nobody can finish. Pure; warns, never blocks. */
package dev.tocsin.postmortem.lint;
