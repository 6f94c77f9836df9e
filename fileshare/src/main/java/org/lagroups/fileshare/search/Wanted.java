package org.lagroups.fileshare.search;

import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.query.Query;

/** What a search is for. */
public sealed interface Wanted {

  /** Files whose names fit a query. */
  record Words(Query query) implements Wanted {}

  /** Whoever publishes this content. */
  record Content(MerkleRoot root) implements Wanted {}
}
