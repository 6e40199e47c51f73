/** The one pack that is no pack yet: a visit somebody is typing. Packs do not list it. */
export const VISIT_DRAFT = 'draft.visit';
