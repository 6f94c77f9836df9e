package org.lagroups.wormguard.api;

import org.lagroups.machine.GroupId;

/**
 * A signature has come into another phase of its life, or another number of members endorse it:
 * what the event {@link #TYPE} carries.
 *
 * @param before the phase it was in, as in {@link SignatureView#phase}; the same as {@code phase}
 *     if only the number changed
 * @param phase the one it is in
 * @param endorsers how many trusted members endorse it
 * @param needed how many have to
 */
public record SignatureEvent(
    GroupId group, String id, String before, String phase, int endorsers, int needed) {

  /** The event's type. */
  public static final String TYPE = "guard.signature";
}
