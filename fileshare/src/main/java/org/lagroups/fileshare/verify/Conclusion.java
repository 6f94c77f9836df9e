package org.lagroups.fileshare.verify;

/** What several routes say together. */
public enum Conclusion {
  /** As many routes as were asked for brought the same record, and none another. */
  CONFIRMED,
  /** The publisher has signed two different records with the same sequence: proof that it lies. */
  EQUIVOCATED,
  /** All routes that brought a record brought the same later one: the publisher changed it. */
  REPLACED,
  /** Routes brought different records. Ask again: the publisher may just have changed it. */
  CONTRADICTED,
  /** The publisher answered with something that is no valid record. */
  INVALID,
  /** The publisher says that it no longer publishes the file. */
  GONE,
  /** Fewer routes than were asked for brought the record: there are no more, or some failed. */
  TOO_FEW
}
