package org.lagroups.wormguard.match;

/** A literal that ends somewhere. */
public record Hit(int literalId, long end) {}
