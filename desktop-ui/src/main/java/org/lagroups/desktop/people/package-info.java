/**
 * Friends and groups: who is in a group, who vouches for whom and why, inviting and joining.
 *
 * <p>{@link org.lagroups.desktop.people.PeopleScreen} is the place. {@code PeopleModel} has the
 * groups and one group's members, {@code ActionsModel} does what a person decides.
 */
@NullMarked
package org.lagroups.desktop.people;

import org.jspecify.annotations.NullMarked;
