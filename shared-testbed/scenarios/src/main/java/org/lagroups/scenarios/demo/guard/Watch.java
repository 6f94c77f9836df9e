package org.lagroups.scenarios.demo.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.control.client.ControlException;

/** Looks at a signature again and again, at all gateways that run, until it is ended. */
final class Watch {

  private static final long POLL_MILLIS = 250;

  private final Gateways gateways;
  private final String signature;
  private final Map<String, Integer> mostTrusted = new HashMap<>();
  private final Thread thread;
  private int looks;
  private boolean isEnforced;

  private Watch(Gateways gateways, String signature) {
    this.gateways = gateways;
    this.signature = signature;
    this.thread = Thread.ofPlatform().daemon().name("demo-watch").unstarted(this::run);
  }

  static Watch begin(Gateways gateways, String signature) {
    Watch watch = new Watch(gateways, signature);
    watch.thread.start();
    return watch;
  }

  /** Ends it after a last look, for which every gateway that runs has to answer. */
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
    for (Gateway gateway : gateways.all()) {
      if (gateway.node().isAlive()) {
        look(gateway.name());
      }
    }
  }

  /** How many answers there were, of all gateways together. */
  synchronized int looks() {
    return looks;
  }

  /** How many endorsers a gateway trusted at most, by its name. */
  synchronized Map<String, Integer> mostTrusted() {
    return new TreeMap<>(mostTrusted);
  }

  /** Whether it was enforced anywhere. */
  synchronized boolean isEnforced() {
    return isEnforced;
  }

  private void run() {
    try {
      while (true) {
        for (Gateway gateway : gateways.all()) {
          tryToLook(gateway.name());
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      // It is ended.
    }
  }

  /** A gateway may have been killed, or be about to. */
  private void tryToLook(String name) {
    try {
      look(name);
    } catch (ControlException e) {
      // The last look tells a gateway that is gone from one that does not answer.
    }
  }

  private synchronized void look(String name) {
    gateways
        .sight(name, signature)
        .ifPresent(sight -> {
          looks++;
          mostTrusted.merge(name, sight.trusted(), Math::max);
          isEnforced |= sight.phase().equals("enforced") || sight.trusted() >= sight.needed();
        });
  }
}
