/** Pure: layers, rotations and overrides give who is on call at an instant; around it, how schedules are kept. */
package dev.tocsin.oncall.schedule;
