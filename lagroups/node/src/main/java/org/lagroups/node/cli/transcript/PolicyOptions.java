package org.lagroups.node.cli.transcript;

import static picocli.CommandLine.Spec.Target.MIXEE;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options by which a person says what is asked of a proof. */
final class PolicyOptions {

  @Option(
      names = {"-k", "--signers"},
      paramLabel = "K",
      description = "How many have to sign, 1 to 64. Default: T, at least 1.")
  private @Nullable Integer signers;

  @Option(
      names = "--trust",
      paramLabel = "NODE",
      split = ",",
      description = "The ID of a node that you trust; may be repeated.")
  private List<String> trusted = List.of();

  @Option(
      names = {"-t", "--trusted"},
      paramLabel = "T",
      description = "How many of them have to be trusted. Default: 1 if --trust is given, else 0.")
  private @Nullable Integer leastTrusted;

  @Option(
      names = {"-g", "--group"},
      paramLabel = "GROUP",
      description = "The ID of the group that it has to be about.")
  private @Nullable String group;

  @Option(
      names = "--member",
      paramLabel = "NODE",
      description = "The ID of the member that it has to be about; of a snapshot, look at it only.")
  private @Nullable String member;

  @Option(
      names = "--skew",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "By how much clocks may differ. Default: ${DEFAULT-VALUE}.")
  private long skewSeconds = 5;

  @Spec(MIXEE)
  private @Nullable CommandSpec spec;

  /** What is asked. */
  TranscriptPolicy policy() {
    Set<NodeId> nodes = new HashSet<>();
    trusted.forEach(text -> nodes.add(parsed("--trust", text, NodeId::parse)));
    int least = leastTrusted == null ? Math.min(nodes.size(), 1) : leastTrusted;
    try {
      return new TranscriptPolicy(
          signers == null ? Math.max(1, least) : signers,
          least,
          nodes,
          Optional.ofNullable(group).map(text -> parsed("--group", text, GroupId::parse)),
          Optional.ofNullable(member).map(text -> parsed("--member", text, NodeId::parse)),
          Math.multiplyExact(skewSeconds, 1_000L),
          GroupSettings.MAX_VALIDITY_MILLIS);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
  }

  private <T> T parsed(String option, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong("%s: %s".formatted(option, e.getMessage()), e);
    }
  }

  private ParameterException wrong(String message, RuntimeException cause) {
    CommandSpec known = spec;
    if (known == null) {
      throw new IllegalStateException("options are read by a command", cause);
    }
    return new ParameterException(known.commandLine(), message, cause);
  }
}
