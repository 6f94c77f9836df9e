package org.lagroups.core.testing;

/** The timers of machines that have none. */
public enum NoTimer {}
