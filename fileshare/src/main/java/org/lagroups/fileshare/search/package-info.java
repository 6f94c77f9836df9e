/**
 * Looks for files among the members of groups.
 *
 * <p>Start with {@link org.lagroups.fileshare.search.Searches}. A {@link
 * org.lagroups.fileshare.search.Search} asks every member in the view, directly or over the
 * shortest route, and collects {@link org.lagroups.fileshare.search.Hit}s as answers come: records
 * whose signature is good, each with the number of vertex-disjoint paths between this node and the
 * publisher (paper, section 3.3). More paths mean more chains of friends that stand behind the
 * publisher; {@link org.lagroups.fileshare.verify} asks again over several of them.
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.search;

import org.jspecify.annotations.NullMarked;
