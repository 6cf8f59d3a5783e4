/**
 * The board: what is wrong now, mine first, with one next action each; who is on call; the checks; how well we answer.
 * Each card asks its own service, so a silent one costs its card and nothing else.
 */
package dev.tocsin.dashboard.board;
