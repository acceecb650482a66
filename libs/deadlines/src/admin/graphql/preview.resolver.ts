import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@kaiku/kernel';
import { Allow, CurrentViewer } from '@kaiku/platform';
import { ChangePreviews, type CalendarPreview, type ChangePreview } from '../change-previews';
import { DEADLINE_SETTINGS } from '../settings.permissions';
import { ChangePreviewModel } from './preview.models';
import { PreviewCalendarArgs, PreviewCalendarChangeArgs, PreviewPolicyChangeArgs } from './settings.inputs';
import { CalendarPreviewModel } from './settings.models';

@Resolver()
export class PreviewResolver {
  constructor(private readonly previews: ChangePreviews) {}

  @Query(() => CalendarPreviewModel, { description: 'When something promised at `start` would be due by a calendar as it is written here.' })
  @Allow(DEADLINE_SETTINGS.view)
  previewCalendar(@CurrentViewer() viewer: Viewer, @Args('input') input: PreviewCalendarArgs): CalendarPreview {
    return this.previews.calendar(viewer, input);
  }

  @Query(() => ChangePreviewModel)
  @Allow(DEADLINE_SETTINGS.view)
  previewCalendarChange(@CurrentViewer() viewer: Viewer, @Args('input') input: PreviewCalendarChangeArgs): Promise<ChangePreview> {
    return this.previews.calendarChange(viewer, input);
  }

  @Query(() => ChangePreviewModel)
  @Allow(DEADLINE_SETTINGS.view)
  previewPolicyChange(@CurrentViewer() viewer: Viewer, @Args('input') input: PreviewPolicyChangeArgs): Promise<ChangePreview> {
    return this.previews.policyChange(viewer, input);
  }
}
