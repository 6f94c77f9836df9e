package org.lagroups.node.cli.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.machine.GroupId;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupJoined;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.api.JoinGroup;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Becoming a member of a group, and ceasing to be one. */
final class GroupMembershipCommands {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private GroupMembershipCommands() {}

  /** {@code lag group create}. */
  @Command(name = "create", description = "Makes a group with this node as its only member.")
  static final class Create extends LagCommand {

    @Option(
        names = "--validity",
        paramLabel = "SECONDS",
        description = {
          "T_a: how long an attestation holds without being refreshed, 1 to 86400. A member that",
          "fails is gone from every view after at most this long. Default: groups.validity-seconds."
        })
    private @Nullable Integer validitySeconds;

    @Option(
        names = "--max-members",
        paramLabel = "N",
        description = "The most members, 2 to 64. Default: 64.")
    private @Nullable Integer maxMembers;

    @Option(
        names = "--robust",
        paramLabel = "RULE",
        description = {
          "Which members are the robust ones: those with attestations for and from at least T",
          "others of them, if RULE is a number T. If it is third or majority, T is a third of the",
          "members or half of them, rounded down, and one more: they agree on one view after",
          "another, and go by a fixed threshold, as the 2 of third/2, while they cannot. Default:",
          "none. See: lag group members"
        })
    private String robust = RobustRule.NONE.text();

    @Override
    public Integer call() {
      Integer seconds = validitySeconds;
      requireRange("--validity", seconds, 1, 86_400);
      requireRange("--max-members", maxMembers, 2, 64);
      CreateGroup request =
          new CreateGroup(seconds == null ? null : seconds * 1_000L, maxMembers, rule());
      GroupCreated created = control().post("/v1/groups", request, GroupCreated.class);
      out().data(created, () -> out().line(created.group().toString()));
      if (!out().isJson()) {
        out().note("Invite the first friend: lag group invite");
      }
      return DONE;
    }

    private RobustRule rule() {
      try {
        return RobustRule.parse(robust);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec().commandLine(), "--robust: " + e.getMessage(), e);
      }
    }

    private void requireRange(String option, @Nullable Integer value, int least, int most) {
      if (value != null && (value < least || value > most)) {
        throw new ParameterException(
            spec().commandLine(), "%s is %d to %d, not %d".formatted(option, least, most, value));
      }
    }
  }

  /** {@code lag group invite}. */
  @Command(
      name = "invite",
      description = {
        "Prints a link by which one friend can join the group.",
        "Send it by a way that nobody else reads: whoever has it can use it, once.",
        "Your node has to run when the friend joins."
      })
  static final class Invite extends LagCommand {

    @Mixin private GroupChoice group = new GroupChoice();

    @Option(
        names = "--valid",
        paramLabel = "SECONDS",
        description = "How long the link may be used. Default: 86400, a day.")
    private @Nullable Long validSeconds;

    @Override
    public Integer call() {
      ControlClient control = control();
      GroupId chosen = group.resolve(control);
      InvitationCreated invitation =
          control.post(
              "/v1/groups/" + chosen + "/invitations",
              new CreateInvitation(validSeconds),
              InvitationCreated.class);
      out().data(invitation, () -> out().line(invitation.link()));
      if (!out().isJson()) {
        out()
            .note(
                "For one friend, until "
                    + TIME.format(Instant.ofEpochMilli(invitation.expiresMillis()))
                    + ". There: lag group join LINK");
      }
      return DONE;
    }
  }

  /** {@code lag group join}. */
  @Command(
      name = "join",
      description = "Joins a group by an invitation link; waits until a member vouches for you.")
  static final class Join extends LagCommand {

    @Parameters(paramLabel = "LINK", description = "What `lag group invite` has printed.")
    private String link = "";

    @Option(
        names = "--timeout",
        paramLabel = "SECONDS",
        defaultValue = "30",
        description = "How long to try, 1 to 300. Default: ${DEFAULT-VALUE}.")
    private long timeoutSeconds;

    @Override
    public Integer call() {
      GroupJoined joined =
          control()
              .post("/v1/join", new JoinGroup(link, timeoutSeconds * 1_000), GroupJoined.class);
      out()
          .data(
              joined,
              () -> {
                out().line(out().in(Colour.GOOD, "Joined ") + joined.group());
                out().line(joined.attester().abbreviated() + " vouches for this node.");
              });
      return DONE;
    }
  }

  /** {@code lag group leave}. */
  @Command(
      name = "leave",
      description = {
        "Leaves a group for good: tells its members, and forgets it.",
        "What applications do in the group ends too: no folder is shared with it any more."
      })
  static final class Leave extends LagCommand {

    @Mixin private GroupChoice group = new GroupChoice();

    @Override
    public Integer call() {
      ControlClient control = control();
      GroupId chosen = group.resolve(control);
      Done done = control.delete("/v1/groups/" + chosen, Done.class);
      out().data(done, () -> out().line("Left " + chosen));
      return DONE;
    }
  }
}
