package org.lagroups.multicast.wire;

/** Why bytes are not a message. */
public enum WireRefusal {
  /** Not the one canonical encoding of any message: damaged, reordered, or with unknown fields. */
  MALFORMED,
  /** A stream ID of wrong length. */
  BAD_ID,
  /** No trees in preorder, too long, or with a member twice. */
  BAD_ROUTE,
  /** A chunk that is too long, or numbered or dated as none is. */
  BAD_CHUNK,
  /** A proof or signature that no chunk or header of this number has, whoever signed it. */
  BAD_PROOF,
  /** A token of wrong length. */
  BAD_TOKEN,
  /** A header that is none. */
  BAD_HEADER,
  /** An admission to no group, or a denial for no reason. */
  BAD_ADMISSION,
  /** A node ID, address or list of nodes that is none, or too many of them. */
  BAD_CONTACT,
  /** A number, depth, token or reason about a place in the tree that is out of bounds. */
  BAD_PLACE,
  /** No transcript. */
  BAD_TRANSCRIPT,
  /** Too many members, or the same one twice. */
  BAD_ROSTER,
  /** A report that nobody can mean. */
  BAD_REPORT
}
