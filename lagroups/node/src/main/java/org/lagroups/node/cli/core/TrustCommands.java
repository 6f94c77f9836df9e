package org.lagroups.node.cli.core;

import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.control.api.AttestNode;
import org.lagroups.node.control.api.BanNode;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person's own judgement of members. */
final class TrustCommands {

  private TrustCommands() {}

  /** What the three have in common: a member of a group. */
  abstract static class OnMember extends LagCommand {

    @Mixin private GroupChoice group = new GroupChoice();

    @Parameters(
        paramLabel = "NODE",
        description = "A member: ID, beginning of it, name, or number.")
    private String node = "";

    @Override
    public Integer call() {
      ControlClient control = control();
      GroupId chosen = group.resolve(control);
      MemberNames names = new MemberNames(control.get("/v1/groups/" + chosen, GroupView.class));
      NodeId member = names.resolve(node);
      Done done = act(control, "/v1/groups/" + chosen, member);
      out().data(done, () -> out().line(result() + " " + names.text(member)));
      return DONE;
    }

    abstract Done act(ControlClient control, String path, NodeId member);

    abstract String result();
  }

  /** {@code lag group attest}. */
  @Command(
      name = "attest",
      description = {
        "Vouches for a member now, and lifts what `withdraw` has said of it.",
        "From then on this node's tests decide again."
      })
  static final class Attest extends OnMember {

    @Override
    Done act(ControlClient control, String path, NodeId member) {
      return control.post(path + "/attestations", new AttestNode(member), Done.class);
    }

    @Override
    String result() {
      return "Vouching for";
    }
  }

  /** {@code lag group withdraw}. */
  @Command(
      name = "withdraw",
      description = {
        "No longer vouches for a member, and tells the others why.",
        "It stays so, whatever the tests say, until `lag group attest` or `lag group unban`."
      })
  static final class Withdraw extends OnMember {

    @Option(
        names = "--reason",
        paramLabel = "CODE",
        defaultValue = "operator",
        description = {
          "unspecified, unreachable, left, too-slow, flooding, bad-content, wrong-answers,",
          "misbehaved or operator. Default: ${DEFAULT-VALUE}."
        })
    private String reason = "";

    @Option(
        names = "--detail",
        paramLabel = "TEXT",
        defaultValue = "",
        description = "A few words for the other members, at most 200 bytes.")
    private String detail = "";

    @Override
    Done act(ControlClient control, String path, NodeId member) {
      return control.post(
          path + "/bans", new BanNode(member, new ReasonInfo(reason, detail)), Done.class);
    }

    @Override
    String result() {
      return "No longer vouching for";
    }
  }

  /** {@code lag group unban}. */
  @Command(
      name = "unban",
      description = "Lifts what `withdraw` has said: this node's tests decide again.")
  static final class Unban extends OnMember {

    @Override
    Done act(ControlClient control, String path, NodeId member) {
      return control.delete(path + "/bans/" + member, Done.class);
    }

    @Override
    String result() {
      return "Left to the tests again:";
    }
  }
}
