package org.lagroups.wormguard.runtime.cooperation;

import java.util.List;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.wormguard.api.AddBenign;
import org.lagroups.wormguard.api.BenignView;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.runtime.cooperation.battery.BenignPayloads;
import org.lagroups.wormguard.runtime.cooperation.battery.LocalBattery;
import org.lagroups.wormguard.runtime.cooperation.battery.RecentPayloads;

/** Ordinary traffic that a sensor has seen, for the tests of signatures. */
final class BenignRoutes {

  private static final String PATH = "/v1/guard/benign";

  private final RecentPayloads recent;

  BenignRoutes(RecentPayloads recent) {
    this.recent = recent;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            PATH,
            "How much ordinary traffic there is to test signatures by.",
            BenignView.class,
            request -> view()),
        ApiRoute.post(
            PATH,
            "Adds payloads of ordinary traffic, in place of the oldest.",
            AddBenign.class,
            BenignView.class,
            (request, body) -> add(body)));
  }

  private BenignView add(AddBenign body) {
    if (body.payloads().isEmpty() || body.payloads().size() > AddBenign.MOST) {
      throw ApiException.badRequest(
          "bad-count", "1 to %d payloads at a time".formatted(AddBenign.MOST), "");
    }
    List<PayloadSample> read;
    try {
      read = body.payloads().stream().map(BenignPayloads::read).toList();
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("bad-payload", String.valueOf(e.getMessage()), "");
    }
    read.forEach(recent::add);
    return view();
  }

  private BenignView view() {
    return new BenignView(recent.size(), RecentPayloads.MAX_PAYLOADS, LocalBattery.LEAST_PAYLOADS);
  }
}
