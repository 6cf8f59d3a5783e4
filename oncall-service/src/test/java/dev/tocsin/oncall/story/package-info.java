/** What the service does, told as stories: people with names, an advanced clock, and nothing that nobody expected. */
package dev.tocsin.oncall.story;
