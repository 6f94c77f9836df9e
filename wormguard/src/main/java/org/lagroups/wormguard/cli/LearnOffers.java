package org.lagroups.wormguard.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.signature.Signature;
import org.lagroups.wormguard.runtime.learning.NodeFeed;
import org.lagroups.wormguard.runtime.learning.NodePort;

/** What {@code lag guard learn} gives to a node, and what came of it. */
final class LearnOffers {

  private static final Duration RETRY = Duration.ofSeconds(10);

  /** Longer than a node takes for a test, its operator's program included. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  /** After Ctrl-C, which ends the process soon in any case. */
  private static final Duration HURRY = Duration.ofSeconds(8);

  private final NodeFeed feed;
  private final List<LearnView.OfferView> offers = new ArrayList<>();

  LearnOffers(NodePort node) {
    this.feed = new NodeFeed(node, RETRY, this::told);
  }

  void learned(Signature signature) {
    feed.offer(signature);
  }

  void ordinary(PayloadSample payload) {
    feed.ordinary(payload);
  }

  /** Waits until all is passed on, or for as long as one may. */
  void finish(boolean isHurried) {
    feed.finish(isHurried ? HURRY : PATIENCE);
  }

  LearnView.OffersView view() {
    synchronized (offers) {
      return new LearnView.OffersView(offers, feed.given(), feed.lost());
    }
  }

  private void told(Signature signature, NodePort.Outcome outcome) {
    LearnView.OfferView one =
        switch (outcome) {
          case NodePort.Outcome.Offered(String id) ->
              new LearnView.OfferView(signature.sid(), id, null, false);
          case NodePort.Outcome.Refused(String why) ->
              new LearnView.OfferView(signature.sid(), null, why, true);
          case NodePort.Outcome.Undecided(String why) ->
              new LearnView.OfferView(signature.sid(), null, why, false);
          case NodePort.Outcome.Away(String why) ->
              new LearnView.OfferView(signature.sid(), null, why, false);
        };
    synchronized (offers) {
      offers.add(one);
    }
  }
}
