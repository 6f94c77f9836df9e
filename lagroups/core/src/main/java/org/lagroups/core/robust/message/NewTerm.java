package org.lagroups.core.robust.message;

/** What a leader's first entry says: nothing. Also the state of whoever has no view yet. */
public enum NewTerm {
  INSTANCE
}
