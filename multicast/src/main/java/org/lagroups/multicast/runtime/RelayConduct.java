package org.lagroups.multicast.runtime;

import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.link.Arrivals;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.Conduct;
import org.lagroups.multicast.relay.RelayVerdict;

/**
 * The test that multicast adds to a node's own: whoever alters a stream's chunks, or keeps them to
 * itself, fails it, and passes again after delivering for a while. That somebody is silent is what
 * heartbeats say, and that somebody is slow is no fault.
 */
final class RelayConduct implements Conduct {

  /** One bad finding is enough; so many good ones in a row make it good again. */
  private static final Steadiness STEADINESS = Steadiness.inARow(1, 64);

  private final ObservingMonitor<Finding> monitor;
  private final Arrivals arrivals;

  /** Tells what it sees to a test that {@link #newTest} has made. */
  RelayConduct(ObservingMonitor<Finding> monitor, Arrivals arrivals) {
    this.monitor = monitor;
    this.arrivals = arrivals;
  }

  /** For the node's battery. */
  static ObservingMonitor<Finding> newTest() {
    return ObservingMonitor.ofEach(STEADINESS, finding -> finding);
  }

  @Override
  public void judged(RelayVerdict verdict) {
    switch (verdict.reason()) {
      case CORRUPTS -> bad(verdict.relay(), ReasonCode.BAD_CONTENT, "alters chunks of a stream");
      case DROPS -> bad(verdict.relay(), ReasonCode.MISBEHAVED, "does not pass on a stream");
      case SILENT, SLOW -> {}
    }
  }

  @Override
  public void delivered(NodeId from, long bytes) {
    arrivals.wasAskedFor(from, bytes);
    monitor.observe(from, Finding.goodIf(true, ReasonCode.UNSPECIFIED, ""), System.nanoTime());
  }

  private void bad(NodeId node, ReasonCode code, String why) {
    monitor.observe(node, Finding.goodIf(false, code, why), System.nanoTime());
  }
}
