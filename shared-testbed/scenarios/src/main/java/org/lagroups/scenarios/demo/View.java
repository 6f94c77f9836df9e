package org.lagroups.scenarios.demo;

import java.util.Set;
import org.lagroups.scenarios.demo.GraphPicture.Edge;

/** What one node sees of the group, by name. */
record View(Set<String> members, Set<Edge> attestations) {}
