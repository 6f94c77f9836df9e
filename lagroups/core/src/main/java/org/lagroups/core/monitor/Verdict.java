package org.lagroups.core.monitor;

import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;

/** What a test says about its subject at the moment. */
public sealed interface Verdict {

  /** It cannot be told yet: nothing changes. */
  record Pending() implements Verdict {}

  /** The subject behaves correctly, and this is what was measured. */
  record Pass(LinkInfo info) implements Verdict {}

  /** The subject does not behave correctly. */
  record Fail(Reason reason) implements Verdict {}
}
