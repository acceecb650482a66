import { createServer, type Server } from 'node:http';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Config } from '../config/config';

/** Prometheus metrics on a port of their own, never on the public one. */
@Injectable()
export class Metrics implements OnModuleDestroy {
  readonly registry = new Registry();
  private server?: Server;
  /** Whether this process can do its work; answered at /health/ready beside the metrics. */
  ready: () => Promise<boolean> = async () => true;
  readonly requests = new Histogram({ name: 'kaiku_request_seconds', help: 'Time of a request', labelNames: ['operation', 'outcome'], registers: [this.registry], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });
  readonly jobs = new Histogram({ name: 'kaiku_job_seconds', help: 'Time of a job', labelNames: ['job', 'outcome'], registers: [this.registry], buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30] });
  readonly refusals = new Counter({ name: 'kaiku_graphql_refused_total', help: 'Documents refused by a limit', labelNames: ['reason'], registers: [this.registry] });

  constructor(private readonly config: Config) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A gauge whose value is read when somebody asks. */
  gauge(name: string, help: string, read: () => Promise<number>): void {
    new Gauge({ name, help, registers: [this.registry], async collect() { this.set(await read()); } });
  }

  /** A distribution; gives what notes one value. */
  histogram(name: string, help: string, buckets: readonly number[]): (value: number) => void {
    const histogram = new Histogram({ name, help, registers: [this.registry], buckets: [...buckets] });
    return (value) => histogram.observe(value);
  }

  /** Rejects with EADDRINUSE when the port is taken; the caller names the variable. */
  listen(): Promise<void> {
    this.server = createServer((request, response) => {
      if (request.url === '/health/ready' || request.url === '/health/live') {
        const answer = (ok: boolean) => response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ status: ok ? 'ok' : 'unavailable' }));
        if (request.url === '/health/live') answer(true);
        else this.ready().then(answer, () => answer(false));
        return;
      }
      this.registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': this.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    return new Promise((resolve, reject) => {
      this.server!.once('error', reject).listen(this.config.metricsPort, this.config.http.host, () => resolve());
    });
  }

  onModuleDestroy(): void {
    this.server?.close();
  }
}
