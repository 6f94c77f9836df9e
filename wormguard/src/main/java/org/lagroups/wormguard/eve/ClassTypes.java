package org.lagroups.wormguard.eve;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.wormguard.rule.RuleNotes;

/**
 * The usual kinds of what rules find ({@code classtype}), with what they mean and how urgent they
 * are.
 */
final class ClassTypes {

  /** That of rules that say nothing, or a kind that is not known: 1 is the most urgent. */
  static final int DEFAULT_PRIORITY = 3;

  private record Kind(String category, int priority) {}

  private static final Map<String, Kind> KINDS = kinds();

  private ClassTypes() {}

  /** What a rule's kind means; its own name if that is not known. */
  static String category(RuleNotes notes) {
    Kind kind = KINDS.get(notes.classtype());
    return kind == null ? notes.classtype() : kind.category;
  }

  /** How urgent a rule's alerts are: what the rule says itself comes first. */
  static int priority(RuleNotes notes) {
    Kind kind = KINDS.get(notes.classtype());
    return notes.priority().orElse(kind == null ? DEFAULT_PRIORITY : kind.priority);
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new HashMap<>();
    add(kinds, 1, "attempted-admin", "Attempt to gain an administrator's rights");
    add(kinds, 1, "attempted-user", "Attempt to gain a user's rights");
    add(kinds, 1, "command-and-control", "Malware asks for commands");
    add(kinds, 1, "credential-theft", "Credentials are stolen");
    add(kinds, 1, "domain-c2", "Name of a host that malware asks for commands");
    add(kinds, 1, "exploit-kit", "Exploit kit");
    add(kinds, 1, "inappropriate-content", "Inappropriate content");
    add(kinds, 1, "policy-violation", "A policy is violated");
    add(kinds, 1, "shellcode-detect", "Machine code in a payload");
    add(kinds, 1, "successful-admin", "An administrator's rights were gained");
    add(kinds, 1, "successful-user", "A user's rights were gained");
    add(kinds, 1, "targeted-activity", "Activity against a chosen target");
    add(kinds, 1, "trojan-activity", "Activity of a trojan or worm");
    add(kinds, 1, "unsuccessful-user", "Failed attempt to gain a user's rights");
    add(kinds, 1, "web-application-attack", "Attack on a web application");
    add(kinds, 2, "attempted-dos", "Attempt to deny a service");
    add(kinds, 2, "attempted-recon", "Attempt to learn about the network");
    add(kinds, 2, "bad-unknown", "Traffic that may be harmful");
    add(kinds, 2, "coin-mining", "Mining of coins");
    add(kinds, 2, "default-login-attempt", "Login with a default name and password");
    add(kinds, 2, "denial-of-service", "A service is denied");
    add(kinds, 2, "external-ip-check", "A host asks for its address outside");
    add(kinds, 2, "misc-attack", "Other attack");
    add(kinds, 2, "non-standard-protocol", "Protocol or event that is not standard");
    add(kinds, 2, "pup-activity", "Possibly unwanted program");
    add(kinds, 2, "rpc-portmap-decode", "Query of a remote procedure call");
    add(kinds, 2, "social-engineering", "Attempt to deceive a person");
    add(kinds, 2, "successful-dos", "A service was denied");
    add(kinds, 2, "successful-recon-largescale", "Much was learnt about the network");
    add(kinds, 2, "successful-recon-limited", "Something was learnt about the network");
    add(kinds, 2, "suspicious-filename-detect", "Suspicious file name");
    add(kinds, 2, "suspicious-login", "Login with a suspicious user name");
    add(kinds, 2, "system-call-detect", "System call in a payload");
    add(kinds, 2, "unusual-client-port-connection", "Client with an unusual port");
    add(kinds, 2, "web-application-activity", "Access to a web application that may be weak");
    add(kinds, 3, "icmp-event", "ICMP event");
    add(kinds, 3, "misc-activity", "Other activity");
    add(kinds, 3, "network-scan", "Scan of the network");
    add(kinds, 3, "not-suspicious", "Not suspicious");
    add(kinds, 3, "protocol-command-decode", "Command of a protocol");
    add(kinds, 3, "string-detect", "Suspicious text");
    add(kinds, 3, "unknown", "Unknown traffic");
    add(kinds, 4, "tcp-connection", "TCP connection");
    return Map.copyOf(kinds);
  }

  private static void add(Map<String, Kind> kinds, int priority, String name, String category) {
    kinds.put(name, new Kind(category, priority));
  }
}
