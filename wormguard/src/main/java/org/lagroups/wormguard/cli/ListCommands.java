package org.lagroups.wormguard.cli;

import java.util.List;
import java.util.stream.Stream;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.api.ChangeEntry;
import org.lagroups.wormguard.api.ChangeTrust;
import org.lagroups.wormguard.api.LocalRulesView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the operator decides for this gateway alone. */
final class ListCommands {

  private static final String RULES = "/v1/guard/rules";

  private ListCommands() {}

  /** What may be done with a list. */
  enum Verb {
    /** Puts something in. */
    add,
    /** Takes something out. */
    remove,
    /** Shows it. */
    list
  }

  /** A list of things that are spared. */
  abstract static class SparingCommand extends LagCommand {

    @Parameters(index = "0", paramLabel = "add|remove|list", description = "What to do.")
    private Verb verb = Verb.list;

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "WHAT",
        defaultValue = "",
        description = "An address, a network or a range; for allow also a signature's ID.")
    private String what = "";

    abstract String list();

    abstract List<String> entries(LocalRulesView rules);

    @Override
    public Integer call() {
      if (what.isEmpty() != (verb == Verb.list)) {
        throw usage(verb == Verb.list ? "list takes nothing more" : "what is to be spared?");
      }
      LocalRulesView rules =
          verb == Verb.list
              ? control().get(RULES, LocalRulesView.class)
              : control()
                  .put(
                      RULES + "/entry",
                      new ChangeEntry(list(), what, verb == Verb.add),
                      LocalRulesView.class);
      out().data(rules, () -> print(entries(rules)));
      return DONE;
    }

    private void print(List<String> entries) {
      entries.forEach(entry -> out().line(Output.safe(entry)));
      if (entries.isEmpty()) {
        out().note("The list is empty.");
      }
    }
  }

  /** {@code lag guard allow}. */
  @Command(
      name = "allow",
      description = {
        "Keeps signatures from blocking anything here, and addresses from being blocked.",
        "It holds whoever vouches for a signature. The whole ID of a signature is needed."
      })
  static final class Allow extends SparingCommand {

    @Override
    String list() {
      return "allow";
    }

    @Override
    List<String> entries(LocalRulesView rules) {
      return Stream.concat(rules.allowedSignatures().stream(), rules.allowedAddresses().stream())
          .toList();
    }
  }

  /** {@code lag guard never-block}. */
  @Command(
      name = "never-block",
      description = {
        "Lists addresses that are never blocked, such as those by which the gateway is managed.",
        "The addresses of this node and of its partners are never blocked either."
      })
  static final class NeverBlock extends SparingCommand {

    @Override
    String list() {
      return "never-block";
    }

    @Override
    List<String> entries(LocalRulesView rules) {
      return rules.neverBlocked();
    }
  }

  /** {@code lag guard dry-run}. */
  @Command(
      name = "dry-run",
      description = {
        "Has all signatures, or one, tell what they would block, and block nothing.",
      })
  static final class DryRun extends LagCommand {

    /** On or off. */
    enum Switch {
      /** Nothing is blocked. */
      on,
      /** It is. */
      off
    }

    @Parameters(index = "0", paramLabel = "on|off", description = "Whether it is a dry run.")
    private Switch to = Switch.on;

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "ID",
        defaultValue = "*",
        description = "The whole ID of a signature; all of them without.")
    private String id = "*";

    @Override
    public Integer call() {
      LocalRulesView rules =
          control()
              .put(
                  RULES + "/entry",
                  new ChangeEntry("dry-run", id, to == Switch.on),
                  LocalRulesView.class);
      out()
          .data(
              rules,
              () ->
                  out()
                      .line(
                          rules.isDryRun()
                              ? "Nothing is blocked."
                              : "%d signatures block nothing.".formatted(rules.dryRuns().size())));
      return DONE;
    }
  }

  /** {@code lag guard trust}. */
  @Command(
      name = "trust",
      description = {
        "Says whose endorsements count here, how many are needed, and who tests signatures besides.",
        "neighbours: members to which this node attests. paths: members to which as many disjoint"
            + " paths of attestations lead as endorsements are needed.",
        "A verifier is a program that gets two files as last arguments, the rule and the evidence,"
            + " and ends with 0 for good, 1 for bad. Without options this shows what is set."
      })
  static final class Trust extends LagCommand {

    @Option(
        names = "--whom",
        paramLabel = "neighbours|paths",
        defaultValue = "",
        description = "Whose endorsements count.")
    private String whom = "";

    @Option(
        names = "--least",
        paramLabel = "T",
        defaultValue = "0",
        description = "How many are needed, 1 to 64; 3 unless set.")
    private int least;

    @Option(
        names = "--verifier",
        arity = "1..*",
        paramLabel = "WORD",
        description = "A program and its arguments; - for none.")
    private List<String> verifier = List.of();

    @Override
    public Integer call() {
      LocalRulesView rules = control().get(RULES, LocalRulesView.class);
      if (!whom.isEmpty() || least > 0 || !verifier.isEmpty()) {
        List<String> command = verifier.equals(List.of("-")) ? List.of() : verifier;
        rules =
            control()
                .put(
                    RULES + "/trust",
                    new ChangeTrust(
                        whom.isEmpty() ? rules.trust() : whom,
                        least > 0 ? least : rules.least(),
                        verifier.isEmpty() ? rules.verifier() : command),
                    LocalRulesView.class);
      }
      LocalRulesView now = rules;
      out()
          .data(
              now,
              () -> {
                out().line("%d of this node's %s".formatted(now.least(), now.trust()));
                if (!now.verifier().isEmpty()) {
                  out().line("verifier: " + Output.safe(String.join(" ", now.verifier())));
                }
              });
      return DONE;
    }
  }
}
