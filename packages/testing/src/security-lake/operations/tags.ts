import { z } from 'zod';
import { resourceArn, tagKeys, tags } from '../constraints.ts';
import { operation, type Call, type Operation } from '../operation.ts';
import { badRequest, notFound } from '../service-error.ts';

const path = '/v1/tags/{resourceArn}';
const mostTags = 50;

const tagResource: Operation = operation({
  name: 'TagResource',
  method: 'POST',
  path,
  input: z.object({ resourceArn, tags }),
  run({ resourceArn: arn, tags: given }, call) {
    const known = tagsOf(arn, call);
    const added = given.filter(({ key }) => !known.has(key));
    if (known.size + added.length > mostTags) throw badRequest(`tags: at most ${mostTags} for a resource.`);
    for (const { key, value } of given) known.set(key, value);
    return {};
  },
});

const untagResource: Operation = operation({
  name: 'UntagResource',
  method: 'DELETE',
  path,
  input: z.object({ resourceArn, tagKeys }),
  query: { tagKeys: 'list' },
  run({ resourceArn: arn, tagKeys: unwanted }, call) {
    const known = tagsOf(arn, call);
    for (const key of unwanted) known.delete(key);
    return {};
  },
});

const listTagsForResource: Operation = operation({
  name: 'ListTagsForResource',
  method: 'GET',
  path,
  input: z.object({ resourceArn }),
  run: ({ resourceArn: arn }, call) => ({ tags: [...tagsOf(arn, call)].map(([key, value]) => ({ key, value })) }),
});

export const tagOperations: readonly Operation[] = [tagResource, untagResource, listTagsForResource];

function tagsOf(arn: string, { state }: Call): Map<string, string> {
  const known = state.tags.get(arn);
  if (known === undefined) throw notFound('Resource', arn);
  return known;
}
