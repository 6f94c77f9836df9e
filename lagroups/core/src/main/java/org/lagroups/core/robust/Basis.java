package org.lagroups.core.robust;

/** On what it rests who the robust members are. */
public sealed interface Basis {

  /** The group has no rule of robust membership, and no robust members. */
  record NoRule() implements Basis {}

  /** On the group's static threshold, applied to this node's own view. */
  record StaticRule() implements Basis {}
}
