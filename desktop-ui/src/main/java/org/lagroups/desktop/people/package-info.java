/**
 * Friends and groups: who is in a group, who vouches for whom and why, inviting and joining, and
 * the attestation graph.
 *
 * <p>{@link org.lagroups.desktop.people.PeopleScreen} is the place. {@code PeopleModel} has the
 * groups and one group's members, {@code ActionsModel} does what a person decides, {@code
 * GraphModel} answers questions about the graph and keeps the last hour of it. {@link
 * org.lagroups.desktop.people.GraphCanvas} draws a {@link
 * org.lagroups.desktop.people.GraphPicture}, which anybody can make.
 */
@NullMarked
package org.lagroups.desktop.people;

import org.jspecify.annotations.NullMarked;
