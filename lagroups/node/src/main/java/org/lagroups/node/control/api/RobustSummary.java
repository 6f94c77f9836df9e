package org.lagroups.node.control.api;

import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.RobustRule;

/**
 * A group's robust members in numbers, as this node sees them.
 *
 * @param basis as in {@link RobustView}
 * @param view as in {@link RobustView}
 * @param sinceMillis as in {@link RobustView}
 * @param threshold as in {@link RobustView}
 * @param members how many robust members there are
 * @param assured how many of them are assured
 * @param unborne how many of them have fewer attestations of either direction in this node's view
 *     than the threshold: only of an agreed view
 */
public record RobustSummary(
    RobustRule rule,
    String basis,
    long view,
    @Nullable Long sinceMillis,
    int threshold,
    int members,
    int assured,
    int unborne) {}
