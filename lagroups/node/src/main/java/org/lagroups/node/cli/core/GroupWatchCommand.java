package org.lagroups.node.cli.core;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.Printable;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.control.client.EventStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code lag group watch}. */
@Command(
    name = "watch",
    description = {
      "Prints what changes in a group as it happens, until Ctrl-C.",
      "It comes back by itself when the node was restarted, and misses nothing of a short break."
    })
final class GroupWatchCommand extends LagCommand {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final long RETRY_MILLIS = 1_000;

  @Mixin private GroupChoice group = new GroupChoice();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "0",
      description = "End after so many changes. Default: never.")
  private long count;

  private long printed;

  @Override
  public Integer call() throws InterruptedException {
    GroupId chosen = group.resolve(control());
    @Nullable String last = null;
    while (!isEnough()) {
      last = watchOnce(chosen, last);
      if (!isEnough()) {
        out().note("The connection broke: trying again...");
        Thread.sleep(RETRY_MILLIS);
      }
    }
    return DONE;
  }

  private boolean isEnough() {
    return count > 0 && printed >= count;
  }

  /** Prints until the connection ends; answers from where to go on. */
  private @Nullable String watchOnce(GroupId chosen, @Nullable String after) {
    @Nullable String last = after;
    try (EventStream events = control().events(after)) {
      MemberNames names = names(chosen);
      for (Optional<ApiEvent> event = events.next();
          event.isPresent();
          event = isEnough() ? Optional.empty() : events.next()) {
        last = event.get().id();
        names = print(event.get(), chosen, names);
      }
      return last;
    } catch (ControlException e) {
      boolean passing =
          e.code().equals(ControlException.DISCONNECTED)
              || e.code().equals(ControlException.NOT_RUNNING);
      if (!passing) {
        throw e;
      }
      return last;
    }
  }

  private MemberNames print(ApiEvent event, GroupId chosen, MemberNames names) {
    boolean gap = event.type().equals(ApiEvent.GAP);
    boolean ours = event.data().path("group").asString("").equals(chosen.toString());
    if (!gap && !(ours && event.type().startsWith("group."))) {
      return names;
    }
    boolean newcomer = event.type().equals(GroupEvents.NODE_ENTERED);
    MemberNames fresh = gap || newcomer ? names(chosen) : names;
    out().data(event, () -> out().line(text(event, fresh)));
    printed++;
    return fresh;
  }

  private MemberNames names(GroupId chosen) {
    ControlClient control = control();
    return new MemberNames(control.get("/v1/groups/" + chosen, GroupView.class));
  }

  private String text(ApiEvent event, MemberNames names) {
    JsonNode data = event.data();
    String what =
        switch (event.type()) {
          case GroupEvents.NODE_ENTERED ->
              out().in(Colour.GOOD, "+ ") + node(data, "node", names) + " is in the group";
          case GroupEvents.NODE_LEFT ->
              out().in(Colour.BAD, "- ") + node(data, "node", names) + " is gone";
          case GroupEvents.CANDIDATE_HEARD ->
              "? " + node(data, "node", names) + " asks to be admitted";
          case GroupEvents.EQUIVOCATION_PROVEN ->
              out().in(Colour.BAD, "! ")
                  + node(data, "node", names)
                  + " has signed two different statements under one number; see: lag group show";
          case GroupEvents.ATTESTATION_GAINED ->
              "  "
                  + node(data, "attester", names)
                  + " vouches for "
                  + node(data, "attestee", names);
          case GroupEvents.ATTESTATION_LOST -> lost(data, names);
          case GroupEvents.ROBUST_ENTERED -> node(data, "node", names) + " is a robust member";
          case GroupEvents.ROBUST_LEFT -> robustLeft(data, names);
          case GroupEvents.ROBUST_BASIS ->
              "robust membership: %s, view %d"
                  .formatted(
                      Printable.of(data.path("basis").asString("")), data.path("view").asLong(0));
          case GroupEvents.JOINED -> "this node has joined the group";
          case GroupEvents.LEFT -> "this node has left the group";
          case ApiEvent.GAP -> "… some changes were missed; see: lag group show";
          default -> event.type();
        };
    return out().in(Colour.FAINT, TIME.format(LocalTime.now(ZoneId.systemDefault()))) + " " + what;
  }

  private static String lost(JsonNode data, MemberNames names) {
    return "  %s no longer vouches for %s: %s"
        .formatted(node(data, "attester", names), node(data, "attestee", names), why(data));
  }

  private static String robustLeft(JsonNode data, MemberNames names) {
    String missing =
        data.path("missing")
            .valueStream()
            .map(one ->
                "%s for %s (%s)"
                    .formatted(
                        node(one, "attester", names), node(one, "attestee", names), why(one)))
            .collect(Collectors.joining(", "));
    return "%s is no robust member any more; attestations missing: %s"
        .formatted(node(data, "node", names), missing);
  }

  private static String why(JsonNode data) {
    JsonNode reason = data.path("reason");
    String why =
        data.path("cause").asString("")
            + " "
            + reason.path("code").asString("")
            + " "
            + reason.path("detail").asString("");
    return Printable.of(why.strip());
  }

  private static String node(JsonNode data, String field, MemberNames names) {
    return names.brief(NodeId.parse(data.path(field).asString("")));
  }
}
