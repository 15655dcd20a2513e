import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { ControlPlane } from '../control-plane.ts';
import { lookAt, type DoctorStep } from './step.ts';

/** Whether there are credentials that AWS accepts, and whose. */
export async function checkCaller({ sts, region }: ControlPlane): Promise<DoctorStep> {
  const { step } = await lookAt({
    check: 'credentials',
    subject: region,
    asked: { action: 'sts:GetCallerIdentity', on: '*' },
    look: () => sts.send(new GetCallerIdentityCommand({})),
    judge: ({ Arn: arn = 'somebody' }) => `AWS knows you as ${arn}`,
  });
  return step;
}
