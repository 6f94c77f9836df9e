/**
 * Invitation links: how somebody outside a group gets in touch with a member, in a text that can be
 * sent by any messenger. Start with {@link org.lagroups.node.invitation.InvitationLink}. Links of
 * an application are written as these are, by {@link org.lagroups.node.invitation.LinkText}.
 */
@NullMarked
package org.lagroups.node.invitation;

import org.jspecify.annotations.NullMarked;
