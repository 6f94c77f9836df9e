package org.lagroups.wormguard.runtime.cooperation;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.api.GuardAlerts;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.Reasons;

/**
 * Passes questions on to the gateway that runs at this node's home, so that whoever steers the
 * node, from wherever, reaches that too. What it refuses, it refuses in its own words.
 */
final class RunningGuardRoutes {

  /** A gateway answers at once, or hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HomeFolder folder;

  /**
   * For a running node.
   *
   * @param folder where the gateway says how it is reached, if it runs
   */
  RunningGuardRoutes(HomeFolder folder) {
    this.folder = folder;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            GuardRun.STATS,
            "What the gateway of this home did.",
            GuardStats.class,
            _ -> ask(guard -> guard.get(GuardRun.STATS, GuardStats.class))),
        ApiRoute.get(
                GuardRun.ALERTS,
                "What the gateway of this home told of late.",
                GuardAlerts.class,
                request -> {
                  String after = ControlClient.escape(request.query(GuardRun.AFTER).orElse("0"));
                  String path = GuardRun.ALERTS + "?" + GuardRun.AFTER + "=" + after;
                  return ask(guard -> guard.get(path, GuardAlerts.class));
                })
            .withQuery(GuardRun.AFTER, GuardRun.AFTER_MEANS),
        ApiRoute.post(
            GuardRun.WHY,
            "Why the gateway of this home let packets pass or did not.",
            GuardRun.Question.class,
            Reasons.class,
            (_, question) -> ask(guard -> guard.post(GuardRun.WHY, question, Reasons.class))),
        ApiRoute.post(
            GuardRun.RELOAD,
            "Has the gateway of this home read its rules anew.",
            GuardRun.Reloaded.class,
            _ -> ask(guard -> guard.post(GuardRun.RELOAD, null, GuardRun.Reloaded.class))),
        ApiRoute.post(
            GuardRun.RESUME + "{rule}",
            "Has the gateway of this home let a suspended rule block again.",
            GuardRun.Resumed.class,
            request -> {
              String path = GuardRun.RESUME + ControlClient.escape(request.path("rule"));
              return ask(guard -> guard.post(path, null, GuardRun.Resumed.class));
            }));
  }

  private <T> T ask(Function<ControlClient, T> question) {
    try {
      return question.apply(ControlClient.of(folder).within(PATIENCE));
    } catch (ControlException e) {
      throw switch (e.code()) {
        case ControlException.NOT_RUNNING ->
            ApiException.conflict(
                "no-guard",
                "no gateway runs at this node's home",
                "start one: lag guard run; `lag guard run --help` says how");
        case ControlException.DISCONNECTED ->
            ApiException.conflict(
                "guard-silent",
                "the gateway at this node's home does not answer",
                "see its log, or start it again");
        default -> ApiException.conflict(e.code(), String.valueOf(e.getMessage()), e.hint());
      };
    }
  }
}
