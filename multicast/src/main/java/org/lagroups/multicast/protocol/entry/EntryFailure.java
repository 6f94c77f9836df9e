package org.lagroups.multicast.protocol.entry;

/** Why somebody does not get a stream. */
public enum EntryFailure {
  /** No link to the source came about. */
  UNREACHABLE,
  /** The source was reached, and did not answer. */
  SILENT,
  /** The source does not send this stream, or no longer. */
  UNKNOWN_STREAM,
  /** The stream is for others, or the link's token is wrong. */
  NOT_INVITED,
  /** Nobody has a place left. */
  FULL,
  /** The source let this node in, but then nobody was there who could give it a place. */
  VANISHED
}
