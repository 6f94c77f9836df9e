package org.lagroups.fileshare.verify;

import org.lagroups.core.route.Route;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.record.SignedRecord;

/** What came over one route. */
public sealed interface PathOutcome {

  /** The way it came. */
  Route route();

  /** The very record that was to be verified. */
  record Same(Route route) implements PathOutcome {}

  /** Another record of the same publisher about the same content, with a good signature. */
  record Different(Route route, SignedRecord record) implements PathOutcome {}

  /** The publisher says that it does not publish such a file now. */
  record Gone(Route route) implements PathOutcome {}

  /** An answer that the publisher did not make: a relay on this route lies. */
  record Altered(Route route) implements PathOutcome {}

  /** The publisher's own answer is no valid record about the content. */
  record Invalid(Route route) implements PathOutcome {}

  /** No answer. */
  record NoAnswer(Route route, PeerReply.Failure failure) implements PathOutcome {}
}
