// The forms of words in which news copy states a result beside the numbers it follows from.
import { CHANGE_FORMS } from './change-forms.ts';
import { DIFFERENCE_FORMS } from './difference-forms.ts';
import type { Form } from './form.ts';
import { RATE_FORMS } from './rate-forms.ts';
import { SHARE_FORMS } from './share-forms.ts';
import { YEAR_FORMS } from './year-forms.ts';

/** Every form. A result that one of them finds right is right. */
export const FORMS: readonly Form[] = [...CHANGE_FORMS, ...DIFFERENCE_FORMS, ...SHARE_FORMS, ...RATE_FORMS, ...YEAR_FORMS];
