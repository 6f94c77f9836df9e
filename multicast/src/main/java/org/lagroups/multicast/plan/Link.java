package org.lagroups.multicast.plan;

/** From one node straight to another. */
public record Link<V>(V from, V to) {}
