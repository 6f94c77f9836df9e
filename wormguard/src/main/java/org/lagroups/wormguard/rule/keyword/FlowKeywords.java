package org.lagroups.wormguard.rule.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.packet.FlowBits;
import org.lagroups.wormguard.rule.packet.FlowBits.Operation;
import org.lagroups.wormguard.rule.packet.FlowSide;
import org.lagroups.wormguard.rule.packet.FlowSide.State;
import org.lagroups.wormguard.rule.packet.FlowSide.Towards;
import org.lagroups.wormguard.rule.packet.FlowSide.Unit;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;

/** Keywords about flows. */
final class FlowKeywords {

  static final Map<String, Keyword> ALL =
      Map.of(
          "flow", FlowKeywords::flow,
          "flowbits", FlowKeywords::flowBits,
          "noalert", FlowKeywords::noAlert);

  private static final int MAX_NAMES = 16;
  private static final int MAX_NAME_LENGTH = 128;

  private FlowKeywords() {}

  private static void flow(RuleDraft draft, Option option) throws Mistake {
    Towards towards = Towards.ANY;
    State state = State.ANY;
    Unit unit = Unit.ANY;
    List<String> said = new ArrayList<>();
    for (String word : option.required().toLowerCase(Locale.ROOT).split(",", -1)) {
      String kind =
          switch (word.strip()) {
            case "to_server", "from_client" -> {
              towards = Towards.SERVER;
              yield "side";
            }
            case "to_client", "from_server" -> {
              towards = Towards.CLIENT;
              yield "side";
            }
            case "established" -> {
              state = State.ESTABLISHED;
              yield "state";
            }
            case "not_established" -> {
              state = State.NOT_ESTABLISHED;
              yield "state";
            }
            case "stateless" -> "state";
            case "only_stream" -> {
              unit = Unit.STREAM;
              yield "unit";
            }
            case "no_stream" -> {
              unit = Unit.PACKET;
              yield "unit";
            }
            default -> throw option.mistake("does not know " + word.strip());
          };
      if (said.contains(kind)) {
        throw option.mistake("says two things of which only one can be: " + option.value());
      }
      said.add(kind);
    }
    draft.add(option.name(), new FlowSide(towards, state, unit));
  }

  private static void flowBits(RuleDraft draft, Option option) throws Mistake {
    String[] parts = option.required().split(",", 2);
    String word = parts[0].strip().toLowerCase(Locale.ROOT);
    if (word.equals("noalert")) {
      if (parts.length > 1) {
        throw option.mistake("takes no name after noalert");
      }
      draft.silence();
      return;
    }
    Operation operation =
        switch (word) {
          case "set" -> Operation.SET;
          case "unset" -> Operation.UNSET;
          case "toggle" -> Operation.TOGGLE;
          case "isset" -> Operation.IS_SET;
          case "isnotset" -> Operation.IS_NOT_SET;
          default -> throw option.mistake("does not know " + word);
        };
    if (parts.length < 2) {
      throw option.mistake("needs a name after " + word);
    }
    boolean isAny = parts[1].contains("|");
    draft.add(option.name(), new FlowBits(operation, names(option, parts[1]), isAny));
  }

  private static List<String> names(Option option, String text) throws Mistake {
    if (text.contains(",") || (text.contains("|") && text.contains("&"))) {
      throw option.mistake("has names joined by something else than only | or only &");
    }
    List<String> names = new ArrayList<>();
    for (String part : text.split("[|&]", -1)) {
      String name = part.strip();
      if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || names.size() == MAX_NAMES) {
        throw option.mistake(
            "has up to %d names of up to %d characters".formatted(MAX_NAMES, MAX_NAME_LENGTH));
      }
      names.add(name);
    }
    return names;
  }

  private static void noAlert(RuleDraft draft, Option option) throws Mistake {
    option.requireNone();
    draft.silence();
  }
}
