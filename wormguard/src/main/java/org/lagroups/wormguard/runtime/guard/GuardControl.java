package org.lagroups.wormguard.runtime.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.ControlPoint;
import org.lagroups.node.control.api.Health;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.control.server.ControlServer;
import org.lagroups.node.control.server.EventLog;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.wormguard.api.GuardAlerts;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.GuardRun.Question;
import org.lagroups.wormguard.api.GuardRun.Reloaded;
import org.lagroups.wormguard.api.GuardRun.Resumed;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.Reasons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control API of a guard that runs by itself, without a node: of the same kind as a node's, in
 * a folder of its own.
 */
public final class GuardControl implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuardControl.class);
  private static final int TOKEN_BYTES = 32;
  private static final int LEAST_OF_ID = 12;

  private final HomeFolder folder;
  private final ControlServer server;

  private GuardControl(HomeFolder folder, ControlServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** Where the guard of a home is controlled. */
  public static HomeFolder folder(HomeFolder home) {
    return HomeFolder.at(home.moduleFolder("guard"));
  }

  /**
   * Starts to serve, which takes the right to write to the home.
   *
   * @param reasons says why packets passed or did not
   * @param resume told of rules that may block again
   * @throws org.lagroups.node.state.StateException if that cannot be done
   */
  public static GuardControl start(
      HomeFolder home,
      Supplier<GuardStats> stats,
      RuleBook book,
      ReasonDesk reasons,
      Consumer<String> resume) {
    HomeFolder folder = folder(home);
    OwnerFiles.createFolder(folder.state());
    SecureRandom random = new SecureRandom();
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    List<ApiRoute> routes =
        List.of(
            ApiRoute.get(GuardRun.STATS, "What the guard did.", GuardStats.class, _ -> stats.get()),
            ApiRoute.post(
                GuardRun.RELOAD, "Reads the rules anew.", Reloaded.class, _ -> reload(book)),
            ApiRoute.get(
                    GuardRun.ALERTS,
                    "What was told of late.",
                    GuardAlerts.class,
                    request -> reasons.alerts(AlertQuery.after(request.query(GuardRun.AFTER))))
                .withQuery(GuardRun.AFTER, GuardRun.AFTER_MEANS),
            ApiRoute.post(
                GuardRun.WHY,
                "Why packets passed or did not.",
                Question.class,
                Reasons.class,
                (_, question) -> why(reasons, question)),
            ApiRoute.post(
                GuardRun.RESUME + "{rule}",
                "Lets a suspended rule block again.",
                Resumed.class,
                request -> resume(request, stats, resume)));
    ControlServer server =
        ControlServer.start(
            0,
            token,
            routes,
            new EventLog(HexFormat.of().toHexDigits(random.nextInt())),
            new ControlServer.Builtin(
                () -> Health.of(List.of()), () -> GuardMetrics.of(stats.get())));
    ControlPoint point = new ControlPoint(server.port(), ProcessHandle.current().pid());
    // The port last: who finds it finds the token, too.
    OwnerFiles.write(folder.controlToken(), token.getBytes(StandardCharsets.US_ASCII));
    OwnerFiles.write(folder.controlFile(), Json.writeBytes(point));
    return new GuardControl(folder, server);
  }

  /** Ends it. Files that it may not remove any more do not mislead: nobody listens there. */
  @Override
  public void close() {
    server.close();
    try {
      Files.deleteIfExists(folder.controlFile());
      Files.deleteIfExists(folder.controlToken());
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("the files of the control API stay");
    }
  }

  private static Reasons why(ReasonDesk desk, Question question) {
    return desk.ask(question.about())
        .orElseThrow(() ->
            new ApiException(
                400,
                "not-a-subject",
                "that is no number of a rule or flow, no address, and no ID of a signature",
                "such as: 1000001, 10.0.0.5, 10.0.0.5:445, [2001:db8::1]:445"));
  }

  private static Reloaded reload(RuleBook book) {
    try {
      Rulings loaded = book.reload();
      return new Reloaded(loaded.rules().size(), loaded.refused());
    } catch (GuardException e) {
      throw new ApiException(
          409,
          "rules-refused",
          "the rules stay as they were: " + e.getMessage(),
          "`lag guard check FILE` says what is wrong with a file");
    }
  }

  private static Resumed resume(
      ApiRequest request, Supplier<GuardStats> stats, Consumer<String> resume) {
    String text = request.path("rule");
    String rule =
        stats.get().suspended().stream()
            .filter(each -> isNamed(each, text))
            .findFirst()
            .orElseThrow(() ->
                new ApiException(
                    404, "not-suspended", "no such rule is suspended", "see: lag guard stats"));
    resume.accept(rule);
    return new Resumed(rule);
  }

  /** By all of its name, or enough of it: no number of a rule is that long. */
  private static boolean isNamed(String rule, String text) {
    return rule.equals(text) || (text.length() >= LEAST_OF_ID && rule.startsWith(text));
  }
}
